import {
  ChoiceField,
  formatExactTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { rangeLabel, RANGES } from '../view/ranges';
import { RunsView } from '../view/runsView';

export interface RangeFieldProps {
  view: Pick<RunsView, 'range' | 'from' | 'to'>;
  onChange: (change: Pick<RunsView, 'range' | 'from' | 'to'>) => void;
}

const ANY = 'any';
const SPAN = 'span';

function spanLabel({ from, to }: RangeFieldProps['view']): string {
  const exact = (time: string) => formatExactTime(Date.parse(time));
  return [from && `from ${exact(from)}`, to && `before ${exact(to)}`]
    .filter(Boolean)
    .join(', ');
}

/** In which time the runs were created. */
export function RangeField(props: RangeFieldProps) {
  const { view, onChange } = props;
  // Only a link can name a span of time.
  const isSpan = view.from !== undefined || view.to !== undefined;
  return (
    <ChoiceField
      label="Created"
      value={view.range ?? (isSpan ? SPAN : ANY)}
      options={[
        { value: ANY, label: 'any time' },
        ...(isSpan ? [{ value: SPAN, label: spanLabel(view) }] : []),
        ...RANGES.map(range => ({ value: range, label: rangeLabel(range) })),
      ]}
      onChange={value =>
        onChange({
          range: RANGES.find(range => range === value),
          from: undefined,
          to: undefined,
        })
      }
    />
  );
}
