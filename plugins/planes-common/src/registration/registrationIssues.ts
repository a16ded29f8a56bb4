import { z } from 'zod';
import { asFields } from '../parse/readers';
import { quote } from './quote';
import { RegistrationProblem } from './RegistrationProblem';
import { RegistrationRule, registrationRule } from './registrationRules';
import { fieldsAt, unknownField } from './unknownField';

const MAX_UNKNOWN_FIELDS = 20;

function error(
  code: string,
  field: string | undefined,
  message: string,
  remedy: string,
): RegistrationProblem {
  return { code, severity: 'error', field, message, remedy };
}

/** The problem of a value that is absent or breaks its rule. */
function ruleProblem(
  rule: RegistrationRule,
  field: string,
  value: unknown,
): RegistrationProblem {
  if (value === undefined || value === '') {
    return error(
      `${rule.code}-missing`,
      field,
      `${rule.what} is missing.`,
      rule.remedy,
    );
  }
  const quoted = rule.quotable ? ` ${quote(value)}` : '';
  return error(
    `${rule.code}-invalid`,
    field,
    `${rule.what}${quoted} is not valid.`,
    rule.remedy,
  );
}

/** The problem that a registration does not say where the agent CA comes from. */
function sourceProblem(value: unknown): RegistrationProblem {
  const missing = value === undefined || value === '';
  return error(
    missing ? 'agent-ca-absent' : 'agent-ca-source-invalid',
    'agentCA.source',
    missing
      ? 'The registration does not say where the agent CA comes from, and without one no agent is authorised.'
      : `The agent CA cannot come from ${quote(value)}.`,
    'Use "inline" with the PEM text in "value", or "secret" with "secretKeyRef".',
  );
}

function agentCAValueProblem(issue: z.core.$ZodIssue): RegistrationProblem {
  const field = 'agentCA.value';
  if (issue.code === 'too_big') {
    return error(
      'agent-ca-too-long',
      field,
      `The agent CA is longer than ${issue.maximum} characters.`,
      'Paste only the certificates of the CAs that sign the certificates of the agents.',
    );
  }
  return issue.input === undefined || issue.input === ''
    ? error(
        'agent-ca-absent',
        field,
        'The agent CA is missing, and without one no agent is authorised.',
        "Paste the PEM text of the CA that signs the agent's certificate, or name the Secret that holds it.",
      )
    : error(
        'agent-ca-not-pem',
        field,
        'The agent CA is not a text.',
        'Give the PEM text of the CA certificate, from BEGIN CERTIFICATE to END CERTIFICATE.',
      );
}

function unknownFieldProblems(
  path: readonly string[],
  names: readonly string[],
): RegistrationProblem[] {
  return names
    .slice(0, MAX_UNKNOWN_FIELDS)
    .map(name =>
      path.join('.') === 'agentCA' && fieldsAt(path).includes(name)
        ? error(
            'agent-ca-both-sources',
            `agentCA.${name}`,
            `The agent CA is given twice: "${name}" does not go with the source that is chosen.`,
            'Give either "value" with source "inline", or "secretKeyRef" with source "secret".',
          )
        : unknownField(path, name),
    );
}

function shapeProblem(path: readonly string[]): RegistrationProblem {
  if (path.length === 0) {
    return error(
      'registration-invalid',
      undefined,
      'This is not a registration, but another kind of value.',
      `Give an object with the fields ${fieldsAt([]).join(', ')}.`,
    );
  }
  const [first] = path;
  return first === 'imagePullSecretRefs'
    ? error(
        'image-pull-secret-ref-invalid',
        first,
        'The image pull secrets are not a list of at most 50 names.',
        'Give a list of names.',
      )
    : error(
        'field-invalid',
        path.join('.'),
        `"${path.join('.')}" is not an object.`,
        `Give an object with the fields ${fieldsAt(path).join(', ')}.`,
      );
}

/** What an issue of the registration's schema says to its author. */
export function issueProblems(issue: z.core.$ZodIssue): RegistrationProblem[] {
  const path = issue.path.map(String);
  const field = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return unknownFieldProblems(path, issue.keys);
  }
  const rule =
    issue.code === 'custom' ? registrationRule(issue.params?.rule) : undefined;
  if (rule) {
    // The items of a list are one field to its author.
    const ofList = path[0] === 'imagePullSecretRefs';
    return [ruleProblem(rule, ofList ? path[0] : field, issue.input)];
  }
  if (field === 'agentCA.value') {
    return [agentCAValueProblem(issue)];
  }
  if (
    field === 'agentCA.source' ||
    (field === 'agentCA' && issue.input === undefined)
  ) {
    return [sourceProblem(asFields(issue.input)?.source)];
  }
  return [shapeProblem(path)];
}
