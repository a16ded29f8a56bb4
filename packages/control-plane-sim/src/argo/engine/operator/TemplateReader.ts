import { JsonObject } from '../../../objects/json';
import { Scope } from '../expressions/Scope';
import { hasReferences, substitute } from '../expressions/substitute';
import { readTemplate } from '../spec/readTemplate';
import { Template } from '../spec/Template';

interface KnownTemplate {
  readonly raw: JsonObject;
  /** The template itself, where no reference makes each call differ. */
  readonly template?: Template;
}

/** Reads templates for calls; one without references only once, as thousands of nodes may share it. */
export class TemplateReader {
  readonly #namespace: string;
  readonly #defaults: JsonObject;
  readonly #known = new WeakMap<JsonObject, KnownTemplate>();

  constructor(namespace: string, defaults: JsonObject) {
    this.#namespace = namespace;
    this.#defaults = defaults;
  }

  /** The template with the references replaced that the scope knows, which is asked for only if there are references. */
  read(raw: JsonObject, scope: () => Scope): Template {
    const known = this.#known.get(raw) ?? this.#learn(raw);
    return known.template ?? this.#parse(substitute(known.raw, scope()));
  }

  #learn(raw: JsonObject): KnownTemplate {
    const complete = { ...this.#defaults, ...raw };
    const known = {
      raw: complete,
      template: hasReferences(complete) ? undefined : this.#parse(complete),
    };
    this.#known.set(raw, known);
    return known;
  }

  #parse(raw: JsonObject): Template {
    return readTemplate(raw, this.#namespace);
  }
}
