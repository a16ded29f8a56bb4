import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { GatewayPlaneType } from '../model/kinds';
import { connectWaitCommands, readAgentCACommand } from './agentCommands';
import { helmInstallation, kubectlInstallation } from './agentInstallation';
import { agentLogHints } from './agentLogHints';
import { existingInstallation } from './existingInstallation';
import { AgentInstallation, InstallationCommand } from './installationCommand';

const edge: AgentInstallation = {
  gatewayPlaneType: 'dataplane',
  planeID: 'edge-02',
  agentURL: 'wss://gateway.acme.example/ws',
  chartVersion: '1.2.3',
};

const text = (commands: readonly InstallationCommand[]) =>
  commands.map(({ where, command }) => `# ${where}\n${command}`).join('\n');

const SAVE_GATEWAY_CA = `# control-plane
kubectl -n openchoreo-control-plane get secret cluster-gateway-ca -o jsonpath='{.data.ca\\.crt}' \\
  | base64 -d > server-ca.crt`;

describe('the installation of an agent', () => {
  it('with Helm goes from the CA of the gateway to the certificate of the agent', () => {
    expect(text(helmInstallation(edge))).toBe(`${SAVE_GATEWAY_CA}
# plane
kubectl create namespace openchoreo-data-plane --dry-run=client -o yaml \\
  | kubectl apply -f -
# plane
kubectl -n openchoreo-data-plane create configmap cluster-gateway-ca \\
  --from-file=ca.crt=server-ca.crt --dry-run=client -o yaml \\
  | kubectl apply -f -
# plane
helm upgrade --install openchoreo-data-plane \\
  oci://ghcr.io/openchoreo/helm-charts/openchoreo-data-plane \\
  --version 1.2.3 \\
  --namespace openchoreo-data-plane \\
  --create-namespace \\
  --set clusterAgent.planeID=edge-02 \\
  --set clusterAgent.serverUrl=wss://gateway.acme.example/ws \\
  --set clusterAgent.tls.enabled=true \\
  --set clusterAgent.tls.generateCerts=true \\
  --set clusterAgent.tls.serverCAConfigMap=cluster-gateway-ca \\
  --set clusterAgent.tls.caSecretName=""
# plane
kubectl -n openchoreo-data-plane wait --for=condition=Ready \\
  certificate/cluster-agent-dataplane-tls --timeout=120s`);
  });

  it('with kubectl differs in how the chart is applied', () => {
    const withHelm = helmInstallation(edge);
    const withKubectl = kubectlInstallation(edge);
    expect(withKubectl.slice(0, 3)).toEqual(withHelm.slice(0, 3));
    expect(withKubectl.slice(5)).toEqual(withHelm.slice(4));
    const [template, apply] = withKubectl.slice(3);
    expect(template.command).toBe(`helm template openchoreo-data-plane \\
  oci://ghcr.io/openchoreo/helm-charts/openchoreo-data-plane \\
  --version 1.2.3 \\
  --namespace openchoreo-data-plane \\
  --include-crds \\
  --set clusterAgent.planeID=edge-02 \\
  --set clusterAgent.serverUrl=wss://gateway.acme.example/ws \\
  --set clusterAgent.tls.enabled=true \\
  --set clusterAgent.tls.generateCerts=true \\
  --set clusterAgent.tls.serverCAConfigMap=cluster-gateway-ca \\
  --set clusterAgent.tls.caSecretName="" \\
  > openchoreo-data-plane.yaml`);
    expect(apply.command).toBe(
      'kubectl -n openchoreo-data-plane apply --server-side -f openchoreo-data-plane.yaml',
    );
  });

  it('that exists already shows planeID and address, and corrects them', () => {
    expect(text(existingInstallation(edge))).toBe(`# plane
kubectl -n openchoreo-data-plane get deployment cluster-agent-dataplane \\
  -o jsonpath='{.spec.template.spec.containers[0].args}{"\\n"}{.spec.template.spec.containers[0].env}{"\\n"}'
# plane
helm -n openchoreo-data-plane get values openchoreo-data-plane
# plane
helm -n openchoreo-data-plane list
# plane
helm upgrade openchoreo-data-plane \\
  oci://ghcr.io/openchoreo/helm-charts/openchoreo-data-plane \\
  --version 1.2.3 \\
  --namespace openchoreo-data-plane \\
  --reuse-values \\
  --set clusterAgent.planeID=edge-02 \\
  --set clusterAgent.serverUrl=wss://gateway.acme.example/ws
# plane
kubectl -n openchoreo-data-plane logs deployment/cluster-agent-dataplane --tail=20`);
  });

  it('ends with the CA that signed its certificate, and with its pods and log', () => {
    expect(text([readAgentCACommand('workflowplane')])).toBe(`# plane
kubectl -n openchoreo-workflow-plane get secret cluster-agent-tls -o jsonpath='{.data.ca\\.crt}' \\
  | base64 -d`);
    expect(text(connectWaitCommands(edge))).toBe(`# plane
kubectl -n openchoreo-data-plane get pods -l app=cluster-agent
# plane
kubectl -n openchoreo-data-plane logs deployment/cluster-agent-dataplane --tail=20`);
  });

  it.each<[GatewayPlaneType, string]>([
    ['dataplane', 'openchoreo-data-plane'],
    ['workflowplane', 'openchoreo-workflow-plane'],
    ['buildplane', 'openchoreo-build-plane'],
    ['observabilityplane', 'openchoreo-observability-plane'],
  ])('of a %s is in %s', (gatewayPlaneType, name) => {
    const commands = text(helmInstallation({ ...edge, gatewayPlaneType }));
    expect(commands).toContain(`charts/${name} \\`);
    expect(commands).toContain(`--namespace ${name} `);
    expect(commands).toContain(`cluster-agent-${gatewayPlaneType}-tls `);
  });

  it('is asked for only by charts before v0.17', () => {
    const enabled = '--set clusterAgent.enabled=true';
    expect(text(helmInstallation(edge))).not.toContain(enabled);
    for (const install of [helmInstallation, kubectlInstallation]) {
      expect(text(install({ ...edge, beforeV017: true }))).toContain(enabled);
    }
  });

  it('has quoted placeholders for what is not known', () => {
    const { gatewayPlaneType, planeID } = edge;
    const commands = text(helmInstallation({ gatewayPlaneType, planeID }));
    expect(commands).toContain("--version '<version>' ");
    expect(commands).toContain(
      "--set 'clusterAgent.serverUrl=wss://<cluster gateway>/ws' ",
    );
    expect(
      text(existingInstallation({ gatewayPlaneType, planeID })),
    ).not.toContain('clusterAgent.serverUrl');
  });

  it.each(['1234', '0', 'true', 'null', 'False'])(
    'keeps the planeID %s a text for Helm',
    planeID => {
      expect(text(helmInstallation({ ...edge, planeID }))).toContain(
        `--set-string clusterAgent.planeID=${planeID} `,
      );
    },
  );
});

/** What Helm makes of `key=text` of `--set`: it splits at commas, and a backslash takes what follows as it is. */
function helmValues(setting: string): string[] {
  expect(setting).not.toMatch(/^[^=]*=\{/);
  const values = [''];
  for (let i = 0; i < setting.length; i++) {
    if (setting[i] === ',') {
      values.push('');
    } else {
      i += setting[i] === '\\' ? 1 : 0;
      values[values.length - 1] += setting[i];
    }
  }
  return values;
}

describe('values in commands', () => {
  const directory = mkdtempSync(join(tmpdir(), 'commands-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** The words that `helm` is called with by each of some commands, as a shell splits them. */
  function helmWords(commands: readonly InstallationCommand[]): string[][] {
    // How many there are comes first. They go to the standard error, because a command may redirect its output.
    const script = `
      helm() { printf '%s\\0' "$#" "$@" >&2; }
      {
      ${commands.map(({ command }) => command).join('\n')}
      } 2>&1 >/dev/null`;
    const printed = execFileSync('sh', ['-c', script], {
      cwd: directory,
      env: {},
    })
      .toString()
      .split('\0');
    return commands.map(() => printed.splice(0, Number(printed.shift())));
  }

  const hostile = fc.oneof(
    fc.string({ maxLength: 80 }).filter(value => !value.includes('\0')),
    fc.constantFrom(
      `'; touch broken-out; '`,
      '$(touch broken-out)',
      '`touch broken-out`',
      'x\ntouch broken-out\n',
      'x" && touch broken-out "',
      'x,clusterAgent.serverUrl=wss://evil.example/ws',
      '{a,b}',
      'a\\',
      '--set',
      '> broken-out',
      '',
    ),
  );

  it('reach Helm as they are, and nothing else happens', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        (planeID, agentURL, chartVersion) => {
          const installation = { ...edge, planeID, agentURL, chartVersion };
          const commands = [
            helmInstallation(installation)[3],
            kubectlInstallation(installation)[3],
            existingInstallation(installation)[3],
          ];
          for (const words of helmWords(commands)) {
            const setTo = (key: string) =>
              words
                .filter(word => word.startsWith(`clusterAgent.${key}=`))
                .map(helmValues);
            expect(setTo('planeID')).toEqual([
              [`clusterAgent.planeID=${planeID}`],
            ]);
            expect(setTo('serverUrl')).toEqual([
              [`clusterAgent.serverUrl=${agentURL}`],
            ]);
            expect(words[words.indexOf('--version') + 1]).toBe(chartVersion);
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(readdirSync(directory)).toEqual(['openchoreo-data-plane.yaml']);
  });

  it('are in no command but those of Helm', () => {
    const installation = { ...edge, planeID: 'needle', agentURL: 'needle' };
    const others = [
      ...helmInstallation(installation),
      ...kubectlInstallation(installation),
      ...existingInstallation(installation),
      ...connectWaitCommands(installation),
      ...agentLogHints(installation).flatMap(({ command }) => command ?? []),
    ].filter(({ command }) => !/^helm (upgrade|template)/.test(command));
    expect(others.length).toBeGreaterThan(10);
    for (const { command } of others) {
      expect(command).not.toContain('needle');
    }
  });
});
