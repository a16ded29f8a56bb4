import { durationInWords, parseDuration } from '../values/durations';
import { parseQuantity } from '../values/quantities';
import { evaluateCondition, evaluateWhen } from './evaluate';
import { Scope } from './Scope';
import { substitute } from './substitute';

describe('when', () => {
  it.each([
    [undefined, true],
    ['heads == heads', true],
    ['Failed != Succeeded', true],
    ['feature/my-branch == main', false],
    ['3 > 12', false],
    ['0.5 <= 1 && !(true == false)', true],
    ['a == b || "two words" == \'two words\'', true],
    ['prod in (dev, staging, prod)', true],
    ['v1.2.3 =~ "^v1[.]"', true],
    ['v1.2.3 !~ "^v1[.]"', false],
    ['true', true],
    ['-1 < 0', true],
    ['"" == ""', true],
  ])('%s is %s', (when, expected) => {
    expect(evaluateWhen(when)).toBe(expected);
  });

  it.each([
    ['prod', "Expected boolean evaluation for 'prod'. Got prod"],
    ['a == ', "Invalid 'when' expression 'a == ': Unexpected end"],
    ['(a == b', "Invalid 'when' expression '(a == b': ')' expected"],
    [
      '{{x}} == a b',
      "Invalid 'when' expression '{{x}} == a b': Unexpected 'b'",
    ],
  ])('%s is refused', (when, message) => {
    expect(() => evaluateWhen(when)).toThrow(message);
  });
});

describe('expressions', () => {
  const scope = new Scope(
    new Scope(undefined, { 'workflow.status': 'Running' }),
    {
      'steps.a-b.status': 'Failed',
      'steps.a-b.outputs.parameters.n': '41',
      'lastRetry.exitCode': '137',
      list: '[{"name":"x"}]',
    },
  );

  it.each([
    ['workflow.status == "Running"', true],
    ['steps["a-b"].status == "Failed"', true],
    ["steps['a-b'].outputs.parameters.n + 1 == '411'", true],
    ['asInt(steps["a-b"].outputs.parameters.n) + 1 == 42', true],
    ['asInt(lastRetry.exitCode) in [1, 137]', true],
    ['not (workflow.status startsWith "Run") or false', false],
    ['workflow.status == "Failed" ? true : 2 * 3 - 1 > 4', true],
    ['fromJson(list)[0].name == "x"', true],
    ['sprig.lower(workflow.status) matches "^run"', true],
    ['len(workflow.status) % 4 == 3', true],
    ['missing == nil', true],
  ])('%s is %s', (expression, expected) => {
    expect(evaluateCondition(expression, scope)).toBe(expected);
  });

  it.each([
    ['workflow.status', "unable to cast expression result 'Running' to bool"],
    [
      'nonsense(1)',
      "unable to evaluate expression 'nonsense(1)': unknown name nonsense",
    ],
    ['a ==', "unable to evaluate expression 'a ==': Unexpected end"],
    ['a § b', "unable to evaluate expression 'a § b': Invalid token: '§ b'"],
  ])('%s is refused', (expression, message) => {
    expect(() => evaluateCondition(expression, scope)).toThrow(message);
  });

  it('stand in texts, wherever the variables are known', () => {
    const value = {
      text: 'status {{ workflow.status }}, {{unknown}}',
      list: ['{{=asInt(lastRetry.exitCode) - 9}}', '{{=asInt(unknown)}}', 7],
    };
    expect(substitute(value, scope)).toEqual({
      text: 'status Running, {{unknown}}',
      list: ['128', '{{=asInt(unknown)}}', 7],
    });
    const plain = { text: 'nothing' };
    expect(substitute(plain, scope)).toBe(plain);
  });
});

describe('values', () => {
  it.each([
    ['8', 8_000],
    ['1.5', 1_500],
    ['1h30m', 5_400_000],
    ['250ms', 250],
    ['2d', 172_800_000],
    ['soon', undefined],
    ['', undefined],
  ])('the duration %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([
    [3_000, '3 seconds'],
    [61_000, '1 minute 1 second'],
    [7_200_000, '2 hours'],
    [0, '0 seconds'],
  ])('%s ms in words', (milliseconds, words) => {
    expect(durationInWords(milliseconds)).toBe(words);
  });

  it.each([
    ['250m', 0.25],
    ['64Mi', 67_108_864],
    [2, 2],
    ['1e9x', undefined],
  ])('the quantity %s', (quantity, number) => {
    expect(parseQuantity(quantity)).toBe(number);
  });
});
