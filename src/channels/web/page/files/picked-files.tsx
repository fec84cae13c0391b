import { hooks } from 'botframework-webchat';
import type { ReactElement } from 'react';
import type { WebChatProps } from '../chat/speakers.js';
import { CloseIcon, PaperIcon } from '../frame/icons.js';
import { useWords } from '../words/words.js';

type SendBoxMiddleware = NonNullable<WebChatProps['sendBoxMiddleware']>;

/** Files that wait for the send button stand above the box, each with a way back. */
export const sendBoxWithFiles: SendBoxMiddleware = [
  () => (next) => (request) => {
    const SendBox = next(request);
    if (!SendBox) return SendBox;
    return function SendBoxWithFiles(props) {
      return (
        <>
          <PickedFiles />
          <SendBox {...props} />
        </>
      );
    };
  },
];

function PickedFiles(): ReactElement | null {
  const words = useWords();
  const [picked, setPicked] = hooks.useSendBoxAttachments();
  const focus = hooks.useFocus();
  if (picked.length === 0) return null;
  const drop = (index: number) => (): void => {
    setPicked(picked.filter((_, at) => at !== index));
    void focus('sendBox');
  };
  return (
    <ul className="picked-files" aria-label={words.pickedFiles}>
      {picked.map(({ blob }, index) => {
        const name = blob instanceof File ? blob.name : words.file;
        return (
          <li key={`${index} ${name}`} className="picked-file">
            <PaperIcon />
            <span className="file-name">{name}</span>
            <button type="button" aria-label={words.dropFile(name)} onClick={drop(index)}>
              <CloseIcon />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
