import Button from '@mui/material/Button';
import { RiUpload2Line } from '@remixicon/react';
import { useRef } from 'react';

export interface UploadButtonProps {
  onFiles: (files: readonly File[]) => void;
}

/** A button that lets a certificate file be chosen. */
export function UploadButton(props: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<RiUpload2Line size="1em" aria-hidden />}
        onClick={() => input.current?.click()}
      >
        Upload file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pem,.crt,.cer"
        aria-label="File of the CA certificate"
        onChange={event => {
          const files = [...(event.target.files ?? [])];
          // Otherwise choosing the same file again, once it is corrected, would change nothing.
          event.target.value = '';
          props.onFiles(files);
        }}
      />
    </div>
  );
}
