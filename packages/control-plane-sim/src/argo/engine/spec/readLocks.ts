import { objectAt, stringAt } from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { LockReference } from './Template';

function readMutex(raw: unknown, namespace: string): LockReference {
  const owner = stringAt(raw, 'namespace') || namespace;
  return {
    kind: 'mutex',
    name: `${owner}/Mutex/${stringAt(raw, 'name') ?? ''}`,
  };
}

function readSemaphore(raw: unknown, namespace: string): LockReference {
  const owner = stringAt(raw, 'namespace') || namespace;
  const reference = objectAt(raw, 'configMapKeyRef');
  const [name, key] = ['name', 'key'].map(
    field => stringAt(reference, field) ?? '',
  );
  return { kind: 'semaphore', name: `${owner}/ConfigMap/${name}/${key}` };
}

/** Reads `synchronization`: lists, or the single mutex or semaphore of releases before 4. */
export function readLocks(raw: unknown, namespace: string): LockReference[] {
  const [mutex, semaphore] = ['mutex', 'semaphore'].map(field =>
    objectAt(raw, field),
  );
  return [
    ...listAt(raw, 'mutexes').map(each => readMutex(each, namespace)),
    ...(stringAt(mutex, 'name') ? [readMutex(mutex, namespace)] : []),
    ...listAt(raw, 'semaphores').map(each => readSemaphore(each, namespace)),
    ...(semaphore.configMapKeyRef ? [readSemaphore(semaphore, namespace)] : []),
  ];
}
