import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

const TIMEOUT_MS = 30_000;

const kubeconfigSchema = z.object({
  clusters: z.array(
    z.looseObject({
      cluster: z.looseObject({
        server: z.string(),
        'certificate-authority-data': z.string(),
      }),
    }),
  ),
  users: z.array(
    z.object({ name: z.string(), user: z.object({ token: z.string() }) }),
  ),
});

/** Somebody who speaks to the API server of a kubeconfig, by a token. */
export class KubernetesCaller {
  readonly #kubeconfig: z.infer<typeof kubeconfigSchema>;
  readonly #rest: object;

  /** The user of a kubeconfig. */
  static async open(kubeconfigFile: string): Promise<KubernetesCaller> {
    return new KubernetesCaller(parse(await readFile(kubeconfigFile, 'utf8')));
  }

  private constructor(kubeconfig: object) {
    this.#rest = kubeconfig;
    this.#kubeconfig = kubeconfigSchema.parse(kubeconfig);
  }

  /** Another user of the same server. */
  as(token: string): KubernetesCaller {
    const [user] = this.#kubeconfig.users;
    return new KubernetesCaller({
      ...this.#rest,
      users: [{ name: user.name, user: { token } }],
    });
  }

  /** The kubeconfig, as its file has it. */
  toKubeconfig(): string {
    return stringify(this.#rest);
  }

  /** Creates something. @throws Error with the answer where that is refused */
  async post(path: string, body: object): Promise<unknown> {
    const { clusters, users } = this.#kubeconfig;
    const [{ cluster }] = clusters;
    const ca = Buffer.from(cluster['certificate-authority-data'], 'base64');
    const content = JSON.stringify(body);
    return new Promise((resolve, reject) => {
      request(
        new URL(path, cluster.server),
        {
          method: 'POST',
          agent: new Agent({ ca, keepAlive: false }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
          headers: {
            Authorization: `Bearer ${users[0].user.token}`,
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(content),
          },
        },
        answer => {
          text(answer)
            .then(said =>
              answer.statusCode === 201
                ? resolve(JSON.parse(said))
                : reject(new Error(`POST ${path}: ${said}`)),
            )
            .catch(reject);
        },
      )
        .on('error', reject)
        .end(content);
    });
  }
}
