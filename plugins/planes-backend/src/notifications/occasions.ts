import type { CertificateFacts } from '@openchoreo-planes/backstage-plugin-planes-common';

/** The states of a plane that has lost its agent. */
export type LostState = 'disconnected' | 'not-authorised';

/** When a certificate's end is worth a notification, in days before it; `expired` is after it. */
export type ExpiryThreshold = 30 | 7 | 1 | 'expired';

/** What an owner is told about: once for each plane, topic and key. */
export type Occasion = { readonly planeUid: string; readonly key: string } & (
  | {
      readonly topic: 'agent-lost';
      readonly state: LostState;
      readonly reason: string;
      /** Milliseconds since 1970. */
      readonly sinceMs: number;
    }
  | { readonly topic: 'agent-back'; readonly lostForMs: number }
  | {
      readonly topic: 'agent-ca';
      readonly threshold: ExpiryThreshold;
      readonly certificate: CertificateFacts;
    }
);
