import Box from '@mui/material/Box';

/** What an icon says to the eye, for those who hear the page; unlike a label of the icon, it is part of the text around. */
export function SpokenWord(props: { children: string }) {
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {`${props.children}: `}
    </Box>
  );
}
