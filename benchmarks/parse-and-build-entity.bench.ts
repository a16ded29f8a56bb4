/** Parses 10 000 custom resources of mixed generations and builds their catalog entities. */
import { ConfigReader } from '@backstage/config';
import {
  createFleet,
  parsePlane,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { readPlanesConfig } from '@openchoreo-planes/backstage-plugin-planes-node';
import { planeEntity } from '../plugins/catalog-backend-module-planes/src/entity';
import { createCertificates } from './lib/certificates';
import { mixedManifest } from './lib/manifests';
import { runBenchmark } from './lib/runBenchmark';
import { printTable } from './lib/table';

const COUNT = 10_000;
const CERTIFICATES = 100;
const BUDGET_US = 10;
const ROUNDS = 5;

const config = readPlanesConfig(new ConfigReader({}));

function parseAll(objects: readonly object[]): Plane[] {
  return objects.map(object => {
    const parsed = parsePlane(object, { controlPlane: 'default' });
    if (!parsed.ok) {
      throw new Error(JSON.stringify(parsed.error));
    }
    return parsed.plane;
  });
}

function microsecondsEach(task: () => void): number {
  const startedAt = performance.now();
  task();
  return ((performance.now() - startedAt) * 1000) / COUNT;
}

async function main() {
  const pems = await createCertificates(CERTIFICATES);
  const objects = Array.from({ length: COUNT }, (_, index) =>
    mixedManifest(index, pems),
  );
  let planes: Plane[] = [];
  const first = microsecondsEach(() => {
    planes = parseAll(objects);
  });
  const fleetTime = microsecondsEach(() => createFleet(planes));
  const fleet = createFleet(planes);
  const firstEntities = microsecondsEach(() => {
    planes.forEach(plane => planeEntity(plane, fleet, config));
  });
  const parse = Math.min(
    ...Array.from({ length: ROUNDS }, () =>
      microsecondsEach(() => parseAll(objects)),
    ),
  );
  const entities = Math.min(
    ...Array.from({ length: ROUNDS }, () =>
      microsecondsEach(() =>
        planes.forEach(plane => planeEntity(plane, fleet, config)),
      ),
    ),
  );
  const us = (value: number) => `${value.toFixed(1)} us per resource`;
  printTable(
    `Parse and build entity: ${COUNT} resources of mixed generations, ${CERTIFICATES} different CAs`,
    [
      {
        what: 'parse and build entity',
        measured: us(parse + entities),
        budget: `<= ${BUDGET_US} us`,
        within: parse + entities <= BUDGET_US,
      },
      { what: 'of which parsing', measured: us(parse) },
      { what: 'of which building the entity', measured: us(entities) },
      {
        what: 'the very first pass, cold code and certificates',
        measured: us(first + firstEntities),
      },
      {
        what: 'index of who shares agents and observes whom',
        measured: us(fleetTime),
      },
    ],
  );
}

runBenchmark(main);
