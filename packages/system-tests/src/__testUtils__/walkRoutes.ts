import type { Server } from 'node:http';
import { z } from 'zod';

const routeSchema = z.object({
  path: z.string(),
  methods: z.record(z.string(), z.boolean()),
});

/** What Backstage itself mounts in every plugin. */
const BACKSTAGE = /^\S+ \/api\/[^/]+\/\.(well-known|backstage)\//;

function field(value: unknown, name: string): unknown {
  return (typeof value === 'object' && value !== null) ||
    typeof value === 'function'
    ? Reflect.get(value, name)
    : undefined;
}

function layersOf(router: unknown): readonly unknown[] {
  const stack = field(router, 'stack');
  return Array.isArray(stack) ? stack : [];
}

/** The path that a router is mounted at, from the regular expression that express makes of it. */
function mountPath(layer: unknown): string {
  const regexp = field(layer, 'regexp');
  if (!(regexp instanceof RegExp) || field(regexp, 'fast_slash') === true) {
    return '';
  }
  return regexp.source
    .replace(/^\^/, '')
    .replace(/\\\/\?\(\?=\\\/\|\$\)$/, '')
    .replace(/\\(.)/g, '$1');
}

/** Handlers of errors answer nothing by themselves; express knows them by the number of their parameters. */
function isErrorHandler(handle: unknown): boolean {
  return typeof handle === 'function' && handle.length === 4;
}

function walk(router: unknown, prefix: string): string[] {
  return layersOf(router).flatMap(layer => {
    const { data: route } = routeSchema.safeParse(field(layer, 'route'));
    if (route) {
      return Object.keys(route.methods).map(
        method => `${method.toUpperCase()} ${prefix}${route.path}`,
      );
    }
    const mounted = field(layer, 'handle');
    if (isErrorHandler(mounted)) {
      return [];
    }
    const path = `${prefix}${mountPath(layer)}`;
    const routes = walk(mounted, path);
    return routes.length > 0 || field(mounted, 'stack')
      ? routes
      : [`USE ${path}/${String(field(layer, 'name'))}`];
  });
}

/** The router that takes what the plugin hands to `httpRouter.use`: of the frame around it, the last with routes. */
function pluginRouters(frame: unknown): readonly unknown[] {
  const nested = layersOf(frame)
    .map(layer => field(layer, 'handle'))
    .filter(handle => layersOf(handle).length > 0);
  return layersOf(nested.at(-1)).map(layer => field(layer, 'handle'));
}

/**
 * Every route of a plugin, as it is mounted in a running backend, whatever it is that it answers.
 *
 * @remarks
 * A handler that is mounted without a route may answer anything, and is named `USE` with the name of its function.
 */
export function walkRoutes(server: Server, pluginId: string): string[] {
  const [app] = server.listeners('request');
  const prefix = `/api/${pluginId}`;
  const frames = findMounted(field(app, '_router'), prefix);
  const routes = frames
    .flatMap(pluginRouters)
    .map(router => walk(router, prefix))
    .filter(found => !found.some(route => BACKSTAGE.test(route)))
    .flat();
  return [...new Set(routes)].sort();
}

/** The routers that are mounted at a path, at any depth. */
function findMounted(router: unknown, path: string): unknown[] {
  return layersOf(router).flatMap(layer => {
    const mounted = field(layer, 'handle');
    return mountPath(layer) === path ? [mounted] : findMounted(mounted, path);
  });
}
