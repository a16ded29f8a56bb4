import { Link } from '@backstage/core-components';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { readPlaneDocument } from '../../search/planeDocument';
import { ResultState } from './ResultState';

/** Props of a search result that is a plane; the search page gives them. @public */
export interface PlaneSearchResultListItemProps {
  icon?: ReactNode | ((document: SearchDocument) => ReactNode);
  result?: SearchDocument;
  highlight?: ResultHighlight;
}

function Highlighted(props: {
  document: SearchDocument;
  field: 'title' | 'text';
  highlight?: ResultHighlight;
}) {
  const { document, field, highlight } = props;
  const text = highlight?.fields[field];
  if (!highlight || !text) {
    return <>{document[field]}</>;
  }
  const { preTag, postTag } = highlight;
  return (
    <HighlightedSearchResultText
      text={text}
      preTag={preTag}
      postTag={postTag}
    />
  );
}

/** A plane among search results: what it is, where it is, and what of it was found. */
export function PlaneSearchResultListItem(
  props: PlaneSearchResultListItemProps,
) {
  const { icon, result, highlight } = props;
  if (!result) {
    return null;
  }
  const { type, namespace, entityRef } = readPlaneDocument(result);
  const details = [type, namespace && `namespace ${namespace}`];
  return (
    <Box sx={{ display: 'flex', gap: 1.5, minWidth: 0 }}>
      <Box sx={{ pt: 0.25, color: 'text.secondary' }} aria-hidden>
        {typeof icon === 'function' ? icon(result) : icon}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 1,
          }}
        >
          <Typography variant="h6" component="h3">
            <Link noTrack to={result.location}>
              <Highlighted
                document={result}
                field="title"
                highlight={highlight}
              />
            </Link>
          </Typography>
          {entityRef && (
            <ResultState entityRef={entityRef} title={result.title} />
          )}
        </Box>
        <Typography variant="caption" component="p" color="text.secondary">
          {details.filter(Boolean).join(' · ')}
        </Typography>
        <Typography variant="body2">
          <Highlighted document={result} field="text" highlight={highlight} />
        </Typography>
      </Box>
    </Box>
  );
}
