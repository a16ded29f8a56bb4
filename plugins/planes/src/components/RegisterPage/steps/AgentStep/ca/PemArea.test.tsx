import { RegistrationValues } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  createEvent,
  fireEvent,
  screen,
  waitFor,
} from '@testing-library/react';
import { renderStep } from '../../../__testUtils__/renderStep';
import {
  agentCA,
  expiredCA,
  intermediateCA,
  leaf,
} from '../__fixtures__/certificates';
import { mockFileReading } from '../__testUtils__/mockFileReading';
import { GiveCACard } from './GiveCACard';

// Put together, so that no scanner takes the test for a leak.
const PRIVATE_KEY = ['EC ', ''].map(
  algorithm =>
    `-----BEGIN ${algorithm}PRIVATE KEY-----\nMHcCAQEE\n-----END ${algorithm}PRIVATE KEY-----\n`,
);

const VALUES: RegistrationValues = {
  controlPlane: 'default',
  kind: 'ClusterDataPlane',
  name: 'edge-02',
  planeID: 'edge-02',
};

function derOf(pem: string): Uint8Array<ArrayBuffer> {
  const base64 = pem.replace(/-----.*-----|\s/g, '');
  return Uint8Array.from(atob(base64), byte => byte.charCodeAt(0));
}

async function renderCard(values: RegistrationValues = {}) {
  const rendered = await renderStep(<GiveCACard />, {
    values: { ...VALUES, ...values },
  });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', {
    name: /PEM of the CA certificate/,
  });
  return {
    ...rendered,
    field,
    kept: () => rendered.values()['agentCA.value'],
    paste: async (text: string) => {
      await rendered.user.click(field);
      await rendered.user.paste(text);
    },
    upload: (...files: File[]) =>
      rendered.user.upload(
        screen.getByLabelText('File of the CA certificate'),
        files,
      ),
  };
}

/** Drags files over the area; jsdom has no data transfer of its own. */
function drag(type: 'dragEnter' | 'dragLeave' | 'drop', files: File[]) {
  fireEvent[type](screen.getByTestId('agent-ca-area'), {
    dataTransfer: { types: ['Files'], files },
  });
}

describe('PemArea', () => {
  it('shows at once what a pasted CA is', async () => {
    const { paste, kept } = await renderCard();
    await paste(agentCA);
    expect(kept()).toBe(agentCA);
    expect(screen.getByText('A CA certificate')).toBeInTheDocument();
    expect(screen.getByText('CN=agent-ca-1')).toBeInTheDocument();
    expect(screen.getByText('Itself')).toBeInTheDocument();
    expect(
      screen.getByText(/^until .*2056 \(\d+ years\)$/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy fingerprint' }),
    ).toBeInTheDocument();
    expect(screen.getByText('A CA certificate: CN=agent-ca-1')).toHaveAttribute(
      'aria-live',
      'polite',
    );
  });

  it.each([
    ['a leaf', leaf, 'A leaf certificate, not a CA', /^until /],
    ['an expired CA', expiredCA, 'A CA certificate', /^expired on .*2025 \(/],
  ])('says of %s what it is', async (_, pem, label, validity) => {
    const { paste, kept } = await renderCard();
    await paste(pem);
    expect(kept()).toBe(pem);
    expect(screen.getByText(label)).toBeInTheDocument();
    expect(screen.getByText(validity)).toBeInTheDocument();
  });

  it('counts the certificates of a chain, and leads with the first CA', async () => {
    const { paste } = await renderCard();
    await paste(leaf + intermediateCA + agentCA);
    expect(screen.getByText('A CA certificate')).toBeInTheDocument();
    expect(
      screen.getByText(/^3: this one, CN=agent-ca-1; CN=agent\.eu-west$/),
    ).toBeInTheDocument();
  });

  it.each([
    ['Windows line endings', agentCA.replaceAll('\n', '\r\n')],
    ['indentation of YAML', `value: |\n${agentCA.replace(/^/gm, '      ')}`],
    ['spaces around the lines', agentCA.replace(/^|$/gm, '  ')],
  ])('repairs %s', async (_, text) => {
    const { paste, kept } = await renderCard();
    await paste(text);
    expect(kept()).toBe(agentCA);
    expect(screen.getByText('A CA certificate')).toBeInTheDocument();
  });

  it('leaves alone what is being typed', async () => {
    const { user, field, kept } = await renderCard({
      'agentCA.value': agentCA,
    });
    await user.type(field, '\n  -----BEG');
    expect(kept()).toBe(`${agentCA}\n  -----BEG`);
  });

  it('decodes the base64 of PEM when asked', async () => {
    const { user, paste, kept } = await renderCard();
    await paste(btoa(agentCA));
    expect(screen.getByText('Base64 of PEM')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Decode it' }));
    expect(kept()).toBe(agentCA);
    expect(screen.getByText('A CA certificate')).toBeInTheDocument();
  });

  it('says why a text is no certificate', async () => {
    const { paste } = await renderCard();
    await paste('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----');
    expect(screen.getByText('Not a certificate')).toBeInTheDocument();
    expect(
      screen.getByText('It is a public key, not a certificate.'),
    ).toBeInTheDocument();
  });

  describe('with a private key', () => {
    it.each([
      ['a key', PRIVATE_KEY[0]],
      ['a key beside a certificate', agentCA + PRIVATE_KEY[1]],
      ['a key as base64', btoa(PRIVATE_KEY[1])],
      [
        'the YAML of a whole Secret',
        `data:\n  ca.crt: ${btoa(agentCA)}\n  tls.key: ${btoa(
          PRIVATE_KEY[0],
        )}\n`,
      ],
    ])('keeps nothing of %s', async (_, text) => {
      const { paste, kept, field, form } = await renderCard();
      await paste(text);
      expect(kept()).toBeUndefined();
      expect(field).toHaveValue('');
      expect(field).toHaveFocus();
      expect(field).toBeInvalid();
      expect(screen.getByText('Private key: refused')).toBeInTheDocument();
      expect(
        screen.getByText(/^It has not left your browser .* treat it as leaked/),
      ).toBeInTheDocument();
      expect(JSON.stringify(form().values)).not.toContain('KEY');
    });

    it('keeps what was there before, and forgets the refusal with the next text', async () => {
      const { user, field, paste, kept } = await renderCard({
        'agentCA.value': agentCA,
      });
      await paste(PRIVATE_KEY[0]);
      expect(field).toHaveValue(agentCA);
      await user.clear(field);
      expect(screen.queryByText('Private key: refused')).toBeNull();
      await paste(leaf);
      expect(kept()).toBe(leaf);
    });

    it('is refused by the letter, too', async () => {
      const { user, field, kept } = await renderCard();
      await user.type(field, '-----BEGIN PRIVATE KEY');
      expect(kept()).toBe('-----BEGIN PRIVATE KE');
      expect(screen.getByText('Private key: refused')).toBeInTheDocument();
    });
  });

  it('refuses a huge text, by paste or otherwise', async () => {
    const { field, kept } = await renderCard();
    const paste = createEvent.paste(field, {
      clipboardData: { files: [], getData: () => agentCA.repeat(2_000) },
    });
    fireEvent(field, paste);
    expect(paste.defaultPrevented).toBe(true);
    expect(screen.getByText('Too long: refused')).toBeInTheDocument();
    expect(kept()).toBeUndefined();
    fireEvent.change(field, { target: { value: 'x'.repeat(65_537) } });
    expect(kept()).toBeUndefined();
    expect(field).toHaveValue('');
  });

  describe('with files', () => {
    beforeAll(mockFileReading);

    it('reads one that is uploaded', async () => {
      const { upload, kept } = await renderCard();
      const text = agentCA.replaceAll('\n', '\r\n');
      await upload(new File([text], 'ca.crt'));
      await waitFor(() => expect(kept()).toBe(agentCA));
      expect(screen.getByText('A CA certificate')).toBeInTheDocument();
    });

    it('reads one that is dropped, and says that it can be', async () => {
      const { kept } = await renderCard();
      const file = new File([agentCA], 'ca.pem');
      drag('dragEnter', [file]);
      const [spoken, shown] = screen.getAllByText(
        'Release the file to read it.',
      );
      expect(spoken).toHaveAttribute('aria-live', 'polite');
      expect(shown).toBeVisible();
      drag('drop', [file]);
      await waitFor(() => expect(kept()).toBe(agentCA));
      expect(screen.queryByText('Release the file to read it.')).toBeNull();
    });

    it('forgets one that is dragged away', async () => {
      await renderCard();
      drag('dragEnter', []);
      drag('dragLeave', []);
      expect(screen.queryByText('Release the file to read it.')).toBeNull();
    });

    it('says how to convert DER, whatever the file is called', async () => {
      const { upload, kept } = await renderCard();
      await upload(new File([derOf(agentCA)], "o'ur ca.cer"));
      expect(await screen.findByText('DER, not PEM')).toBeInTheDocument();
      expect(
        screen.getByText(
          `openssl x509 -inform der -in 'o'\\''ur ca.cer' -out ca.pem`,
        ),
      ).toBeInTheDocument();
      expect(kept()).toBeUndefined();
    });

    it.each([
      [
        'a binary key',
        // The beginning of PKCS #8: a version, where certificates have a sequence.
        new File([new Uint8Array([0x30, 0x81, 0x87, 2, 1, 0, 0xff])], 'a.cer'),
        'Not a certificate',
      ],
      [
        'a PEM key',
        new File([PRIVATE_KEY[0]], 'a.pem'),
        'Private key: refused',
      ],
      [
        'more than 64 KiB',
        new File([agentCA.repeat(200)], 'a.pem'),
        'Too large: refused',
      ],
    ])('refuses %s', async (_, file, title) => {
      const { kept } = await renderCard();
      drag('drop', [file]);
      expect(await screen.findByText(title)).toBeInTheDocument();
      expect(kept()).toBeUndefined();
    });

    it('refuses several at once, and one that the browser cannot read', async () => {
      const { kept } = await renderCard();
      const file = new File([agentCA], 'folder');
      drag('drop', [file, file]);
      expect(
        await screen.findByText('Several files: none was read'),
      ).toBeInTheDocument();
      jest.spyOn(file, 'arrayBuffer').mockRejectedValue(new Error('gone'));
      drag('drop', [file]);
      expect(
        await screen.findByText('The file could not be read'),
      ).toBeInTheDocument();
      expect(kept()).toBeUndefined();
    });
  });
});
