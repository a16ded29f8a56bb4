import { useState } from 'react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import {
  PemRefusal,
  privateKeyRefusal,
  severalFilesRefusal,
  tooLongRefusal,
} from './pemRefusal';
import { readPemFile } from './readPemFile';
import { decodePem, readPemText } from './readPemText';

/** The inline agent CA, and the ways into it. */
export interface PemInput {
  value: string;
  /** Why what came last was not taken; the value is as it was before. */
  refusal?: PemRefusal;
  /** Takes a text, or refuses it. */
  takeText: (text: string) => void;
  /** Takes the text of a file, or refuses it. */
  takeFiles: (files: readonly File[]) => Promise<void>;
  /** Refuses a text that is about to be inserted where that is due; tells whether it did. */
  refuses: (text: string) => boolean;
  /** Takes what the value is the base64 of. */
  decode: () => void;
}

const REFUSALS = {
  'private-key': privateKeyRefusal,
  'too-long': tooLongRefusal,
};

/** Lets only what may be kept become the inline agent CA. */
export function usePemInput(): PemInput {
  const { values, change } = useRegistrationForm();
  const [refusal, setRefusal] = useState<PemRefusal>();
  const value = values['agentCA.value'] ?? '';

  const takeText = (text: string) => {
    const read = readPemText(text);
    if (read.refused) {
      setRefusal(REFUSALS[read.refused]());
      return;
    }
    setRefusal(undefined);
    change({ 'agentCA.source': 'inline', 'agentCA.value': read.text });
  };

  return {
    value,
    refusal,
    takeText,
    takeFiles: async files => {
      const [file] = files;
      if (files.length > 1) {
        setRefusal(severalFilesRefusal(files.length));
      } else if (file) {
        const read = await readPemFile(file);
        if (read.refusal) {
          setRefusal(read.refusal);
        } else {
          takeText(read.text);
        }
      }
    },
    refuses: text => {
      const { refused } = readPemText(text);
      if (refused) {
        setRefusal(REFUSALS[refused]());
      }
      return refused !== undefined;
    },
    decode: () => {
      const decoded = decodePem(value);
      if (decoded !== undefined) {
        takeText(decoded);
      }
    },
  };
}
