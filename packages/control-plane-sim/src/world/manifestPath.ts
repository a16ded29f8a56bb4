import { corePath, openchoreoPath } from '../controllers/kubernetes/paths';
import { Manifest } from './World';

/** Where an object of a world is created, and where it is afterwards. */
export function manifestPath({ apiVersion, kind, metadata }: Manifest): {
  collection: string;
  object: string;
} {
  const { namespace, name } = metadata;
  const plural = `${kind.toLowerCase()}s`;
  if (apiVersion !== 'v1') {
    return {
      collection: openchoreoPath({ plural, namespace }),
      object: openchoreoPath({ plural, namespace, name }),
    };
  }
  return namespace === undefined
    ? { collection: '/api/v1/namespaces', object: corePath(name) }
    : {
        collection: corePath(namespace, plural),
        object: corePath(namespace, plural, name),
      };
}
