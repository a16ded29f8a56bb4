import { PlaneSummary } from '../api/planesSchema';
import { PlaneKind } from '../model/kinds';
import { PlaneRef } from '../model/plane';
import { PlaneState } from '../model/state';
import { planeCategory } from '../query/planeCategory';

interface SummaryOptions
  extends Partial<Omit<PlaneSummary, 'ref' | 'state'>>,
    Partial<PlaneRef> {
  kind?: PlaneKind;
  state?: PlaneState['state'];
  since?: string;
  errors?: number;
  warnings?: number;
}

/** A plane in a list; in namespace `acme` unless told otherwise. */
export function summary(options: SummaryOptions = {}): PlaneSummary {
  const {
    controlPlane = 'default',
    kind = 'DataPlane',
    name = 'eu-west',
    namespace = kind.startsWith('Cluster') ? undefined : 'acme',
    state = 'connected',
    since,
    errors = 0,
    warnings = 0,
    ...rest
  } = options;
  return {
    uid: `uid-of-${kind}-${namespace ?? ''}-${name}`,
    ref: { controlPlane, kind, namespace, name },
    category: planeCategory(kind),
    planeID: name,
    entityRef: `resource:default/${name}`,
    title: name,
    owner: 'group:default/platform',
    state: { state, since, reason: `It is ${state}.`, source: 'gateway' },
    findings: { errors, warnings },
    source: 'live',
    ...rest,
  };
}
