import { ApiObject, timestamp } from '../../objects/ApiObject';
import { uidOf } from '../../tls/ServerDirectory';
import { SimulatedEvent } from '../engine';
import { podUid } from './podObject';

const NANOSECONDS = 1_000_000n;

/**
 * An event about a workflow or a pod of it, as its cluster's API server shows it.
 *
 * @param index - which of the workflow's events it is, so that names differ
 */
export function eventObject(
  workflow: ApiObject,
  event: SimulatedEvent,
  index: number,
): ApiObject {
  const { namespace, uid } = workflow.metadata;
  const { object, type, reason, message, component } = event;
  const isPod = object.kind === 'Pod';
  const time = timestamp(new Date(event.at));
  const stamp = BigInt(Math.floor(event.at)) * NANOSECONDS + BigInt(index);
  const name = `${object.name}.${stamp.toString(16)}`;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name,
      namespace,
      uid: uidOf(`${uid}/events/${name}`),
      creationTimestamp: time,
      ...(event.annotations && { annotations: { ...event.annotations } }),
    },
    involvedObject: {
      apiVersion: isPod ? 'v1' : workflow.apiVersion,
      kind: object.kind,
      name: object.name,
      namespace,
      uid: isPod ? podUid(uid, object.name) : uid,
      fieldPath: object.fieldPath,
    },
    type,
    reason,
    message,
    source: { component },
    reportingComponent: component,
    reportingInstance: '',
    count: 1,
    firstTimestamp: time,
    lastTimestamp: time,
    eventTime: null,
  };
}
