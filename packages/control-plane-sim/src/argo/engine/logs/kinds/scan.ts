import {
  block,
  coloured,
  line,
  LogScript,
  parameter,
  repeat,
} from '../LogScript';

const PACKAGES = ['openssl', 'zlib1g', 'libexpat1', 'curl', 'tar', 'perl-base'];
const SEVERITIES = ['LOW', 'LOW', 'MEDIUM', 'MEDIUM', 'HIGH'];

/** An image is searched for known weaknesses. */
export const scan: LogScript = context => {
  const { dice, exitCode } = context;
  const image = parameter(
    context,
    ['image-name', 'image', 'image-tag'],
    'registry.acme.example/shop:latest',
  );
  const rows = repeat(PACKAGES.length, index => {
    const critical = exitCode !== 0 && index === 1;
    const severity = critical
      ? 'CRITICAL'
      : dice.choice(`severity ${index}`, SEVERITIES);
    const id = `CVE-2026-${dice.integer(`cve ${index}`, 10_000, 59_999)}`;
    const shown = critical ? coloured('red', severity) : severity;
    return line(
      `│ ${PACKAGES[index].padEnd(10)} │ ${id} │ ${shown.padEnd(
        critical ? 17 : 8,
      )} │ fixed │`,
      0.05,
    );
  });
  return [
    line('INFO  Vulnerability database is up to date'),
    line(`INFO  Scanning ${image}`),
    line('INFO  Detected OS family="debian" version="12.11"', 4),
    line('INFO  Number of language-specific files num=1', 3),
    ...block('┌────────────┬────────────────┬──────────┬───────┐'),
    ...rows,
    ...block('└────────────┴────────────────┴──────────┴───────┘'),
    line(
      exitCode === 0
        ? coloured('green', 'No critical weaknesses')
        : coloured('red', 'Policy violated: 1 critical weakness'),
      0.2,
    ),
  ];
};
