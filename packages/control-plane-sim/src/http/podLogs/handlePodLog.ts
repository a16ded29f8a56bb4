import { ServedResource } from '../../registry/ResourceRegistry';
import { stringAt } from '../../objects/json';
import { methodNotAllowed } from '../../status/errors';
import { requireObject } from '../../write/storedObject';
import { RequestContext } from '../RequestContext';
import { ResourcePath } from '../resourcePath';
import { chooseContainer } from './chooseContainer';
import { PodLogLine, PodLogs } from './PodLogs';
import { readPodLogOptions } from './readPodLogOptions';

/** RFC 3339 with nine digits after the point, as kubelets write it. */
function kubeletTime(at: number): string {
  const milliseconds = Math.floor(at);
  const rest = Math.floor((at - milliseconds) * 1_000_000);
  const text = new Date(milliseconds).toISOString().slice(0, -1);
  return `${text}${String(rest).padStart(6, '0')}Z`;
}

function textOf(lines: readonly PodLogLine[], timestamps: boolean): Buffer {
  return Buffer.from(
    lines
      .map(({ at, text }) =>
        timestamps ? `${kubeletTime(at)} ${text}\n` : `${text}\n`,
      )
      .join(''),
  );
}

/**
 * Answers with the log of a container, as far as it goes now. It cannot be followed.
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export function handlePodLog(
  { response, query, method }: RequestContext,
  logs: PodLogs,
  pods: ServedResource,
  { namespace = '', name = '' }: ResourcePath,
): void {
  if (method !== 'GET') {
    throw methodNotAllowed({ group: '', resource: 'pods' }, method);
  }
  const pod = requireObject(pods, namespace, name);
  const options = readPodLogOptions(query, logs.now());
  const container = chooseContainer(pod, options);
  if (!stringAt(pod.spec, 'nodeName')) {
    response.writeHead(204);
    response.end();
    return;
  }
  const { tail, since = 0, limitBytes, timestamps } = options;
  // As kubelets do it: the last lines first, then those since a time, then so many bytes from the start.
  const lines = logs
    .read(namespace, { pod: name, container, tail })
    .filter(({ at }) => at >= since);
  const body = textOf(lines, timestamps).subarray(0, limitBytes);
  response.writeHead(200, {
    'Content-Type': 'text/plain',
    'Content-Length': body.length,
  });
  response.end(body);
}
