import { useContext, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { keptAt } from './kept-file.js';
import { LineContext } from '../chat/line-context.js';
import type { WebChatProps } from '../chat/speakers.js';
import { PaperIcon } from '../frame/icons.js';
import { asRaw, asText } from '../record/activity.js';
import { useWords } from '../words/words.js';

type AttachmentMiddleware = Exclude<
  NonNullable<WebChatProps['attachmentMiddleware']>,
  readonly unknown[]
>;

/** A file of this conversation: a picture shows itself, anything else its name; both can be saved. */
export const sentFiles: AttachmentMiddleware = () => (next) => (card) => {
  const { contentUrl, contentType, name } = asRaw(card?.attachment);
  const url = asText(contentUrl);
  if (!url.startsWith('blob:') && keptAt(url) === null) return next(card);
  return (
    <SentFile url={url} isPicture={asText(contentType).startsWith('image/')} name={asText(name)} />
  );
};

interface SentFileProps {
  readonly url: string;
  readonly isPicture: boolean;
  readonly name: string;
}

function SentFile({ url, isPicture, name }: SentFileProps): ReactElement {
  const words = useWords();
  const local = useLocal(url);
  // Not every browser draws every picture (HEIC); a name is better than a broken frame.
  const [isDrawable, setDrawable] = useState(isPicture);
  if (local === null) return <span className="sent-file">{name}</span>;
  return (
    <a
      className={isDrawable ? 'sent-picture' : 'sent-file'}
      href={local}
      download={name}
      aria-label={words.saveFile(name)}
    >
      {isDrawable ? (
        <img src={local} alt={words.picture(name)} onError={() => setDrawable(false)} />
      ) : (
        <>
          <PaperIcon />
          <span className="file-name">{name}</span>
        </>
      )}
    </a>
  );
}

/** The file under an address of this page; null until it has come. */
function useLocal(url: string): string | null {
  const { fetchFile } = useContext(LineContext);
  const isHere = url.startsWith('blob:');
  const [fetched, setFetched] = useState<string | null>(null);
  useEffect(() => {
    if (isHere) return;
    let isOver = false;
    let made = '';
    fetchFile(url)
      .then((file) => {
        if (isOver) return;
        made = URL.createObjectURL(file);
        setFetched(made);
      })
      // The name stays; the next visit tries again.
      .catch(() => undefined);
    return () => {
      isOver = true;
      if (made !== '') URL.revokeObjectURL(made);
    };
  }, [fetchFile, isHere, url]);
  return isHere ? url : fetched;
}
