import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { TemplateCall } from './TemplateCall';

/** Where the templates are that a template may call by their names alone. */
export interface TemplateSource {
  readonly scope: 'local' | 'namespaced' | 'cluster';
  /** Of the workflow or of the (Cluster)WorkflowTemplate. */
  readonly name: string;
  readonly templates: ReadonlyMap<string, JsonObject>;
}

/** A template that was found. */
export interface ResolvedTemplate {
  readonly raw: JsonObject;
  /** Where the templates are that it may call itself. */
  readonly source: TemplateSource;
  /** The key under which Argo keeps a copy in the status; undefined for a template of the workflow itself. */
  readonly storedAs?: string;
}

/** How a node names the source. */
export function scopeName(source: TemplateSource): string {
  return `${source.scope}/${source.name}`;
}

/** Templates by their names. */
export function indexTemplates(spec: unknown): Map<string, JsonObject> {
  return new Map(
    listAt(spec, 'templates')
      .filter(isJsonObject)
      .map(template => [stringAt(template, 'name') ?? '', template]),
  );
}

/** Finds templates of a workflow and of the WorkflowTemplates that it refers to. */
export class TemplateResolver {
  readonly #workflowTemplates: ReadonlyMap<string, JsonObject>;
  readonly #sources = new Map<string, TemplateSource>();

  constructor(workflowTemplates: ReadonlyMap<string, JsonObject> = new Map()) {
    this.#workflowTemplates = workflowTemplates;
  }

  /** The spec of a WorkflowTemplate or ClusterWorkflowTemplate; undefined where there is none of that name. */
  specOf(name: string, clusterScope: boolean): JsonObject | undefined {
    const found = this.#workflowTemplates.get(
      clusterScope ? `cluster/${name}` : name,
    );
    return found && objectAt(found, 'spec');
  }

  /** @throws Error in Argo's words where there is no such template */
  resolve(call: TemplateCall, caller: TemplateSource): ResolvedTemplate {
    const { templateRef, inline, template = '' } = call;
    if (inline) {
      return { raw: inline, source: caller };
    }
    const source = templateRef
      ? this.#sourceOf(templateRef.name, templateRef.clusterScope)
      : caller;
    const name = templateRef ? templateRef.template : template;
    const raw = source.templates.get(name);
    if (!raw) {
      throw new Error(
        templateRef
          ? `template ${name} not found in workflow template ${templateRef.name}`
          : `template name '${name}' undefined`,
      );
    }
    return {
      raw,
      source,
      storedAs:
        source.scope === 'local' ? undefined : `${scopeName(source)}/${name}`,
    };
  }

  #sourceOf(name: string, clusterScope: boolean): TemplateSource {
    const scope = clusterScope ? 'cluster' : 'namespaced';
    const known = this.#sources.get(`${scope}/${name}`);
    if (known) {
      return known;
    }
    const spec = this.specOf(name, clusterScope);
    if (!spec) {
      const plural = clusterScope
        ? 'clusterworkflowtemplates'
        : 'workflowtemplates';
      throw new Error(`${plural}.argoproj.io "${name}" not found`);
    }
    const source = { scope, name, templates: indexTemplates(spec) } as const;
    this.#sources.set(`${scope}/${name}`, source);
    return source;
  }
}
