import { planeSummary } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { testPlane } from '../../../__testUtils__/testPlane';
import { planesCsv } from './planesCsv';

function firstCell(title: string): string {
  const [, row] = planesCsv([planeSummary(testPlane('x'), { title })]).split(
    /\r\n(?=\S)/,
  );
  return row.slice(0, row.lastIndexOf(',default,DataPlane,acme,x,x,'));
}

describe('planesCsv', () => {
  it('has the names of the columns, and a row for each plane', () => {
    const plane = planeSummary(
      testPlane('eu', { state: 'stale', since: '2026-11-20T10:00:00Z' }),
      {
        owner: 'group:default/platform',
        lastHeartbeat: '2026-11-20T09:59:00Z',
        recent: { slots: [], uptime: 0.5, losses: 1, flaps: 0 },
      },
    );
    expect(planesCsv([plane])).toBe(
      'Title,Control plane,Kind,Namespace,Name,planeID,Owner,State,Since,Reason,Agents,Last heartbeat,Uptime 24 h,Losses 24 h,Errors,Warnings,Agent CA expires\r\n' +
        'eu,default,DataPlane,acme,eu,eu,group:default/platform,stale,2026-11-20T10:00:00Z,eu is so.,1,2026-11-20T09:59:00Z,0.5,1,0,0,\r\n',
    );
  });

  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['a=1', 'a=1'],
  ])('writes %j as %j', (title, cell) => {
    expect(firstCell(title)).toBe(cell);
  });
});
