import { JsonObject, objectAt, stringAt } from '../objects/json';
import {
  Caller,
  mayAccess,
  mayReadPath,
  SELF_REVIEW_RULE,
} from './AccessRules';

/** Answers "may I?" (SelfSubjectAccessReview). */
export function reviewAccess(caller: Caller, review: JsonObject): JsonObject {
  const spec = objectAt(review, 'spec');
  const attributes = objectAt(spec, 'resourceAttributes');
  const path = stringAt(objectAt(spec, 'nonResourceAttributes'), 'path');
  const resource = stringAt(attributes, 'resource') ?? '*';
  const subresource = stringAt(attributes, 'subresource');
  const allowed =
    path === undefined
      ? mayAccess(caller, {
          verb: stringAt(attributes, 'verb') ?? '*',
          group: stringAt(attributes, 'group') ?? '',
          resource: subresource ? `${resource}/${subresource}` : resource,
          namespace: stringAt(attributes, 'namespace') || undefined,
        })
      : mayReadPath(caller, path);
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec,
    status: { allowed },
  };
}

/** Answers "what may I?" (SelfSubjectRulesReview). */
export function reviewRules(caller: Caller, review: JsonObject): JsonObject {
  const namespace = stringAt(objectAt(review, 'spec'), 'namespace');
  const rules = caller.rules.filter(
    rule =>
      rule.namespaces === undefined ||
      (namespace !== undefined && rule.namespaces.includes(namespace)),
  );
  return {
    kind: 'SelfSubjectRulesReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: {},
    status: {
      resourceRules: [...rules, SELF_REVIEW_RULE].map(
        ({ verbs, apiGroups, resources }) => ({ verbs, apiGroups, resources }),
      ),
      nonResourceRules: [
        {
          verbs: ['get'],
          nonResourceURLs: [
            '/api',
            '/api/*',
            '/apis',
            '/apis/*',
            '/healthz',
            '/livez',
            '/openapi',
            '/openapi/*',
            '/readyz',
            '/version',
            '/version/',
          ],
        },
      ],
      incomplete: false,
    },
  };
}
