import Button from '@mui/material/Button';

/** No node passes the filter. */
export function NothingFound(props: { onClear: () => void }) {
  return (
    <div className="nothing">
      No node passes the filter.{' '}
      <Button size="small" onClick={props.onClear}>
        Clear the filter
      </Button>
    </div>
  );
}
