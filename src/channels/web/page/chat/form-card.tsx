import { useEffect, useMemo, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { WebChatProps } from './speakers.js';
import { asRaw, asText } from '../record/activity.js';
import { formOf, isInput } from '../record/forms.js';
import { useRecord } from '../record/record-store.js';
import { clock } from '../words/dates.js';
import { useWords } from '../words/words.js';

type AttachmentMiddleware = Exclude<
  NonNullable<WebChatProps['attachmentMiddleware']>,
  readonly unknown[]
>;
type Card = NonNullable<Parameters<ReturnType<ReturnType<AttachmentMiddleware>>>[0]>;
type Attachment = Card['attachment'];

/** A card that was filled in, or has been replaced, says so instead of offering itself again. */
export const settledForms: AttachmentMiddleware = () => (next) => (card) =>
  card === undefined || formOf(card.attachment) === null ? (
    next(card)
  ) : (
    <FormCard
      id={asText(asRaw(card.activity)['id'])}
      attachment={card.attachment}
      draw={(attachment) => next({ ...card, attachment })}
    />
  );

interface FormCardProps {
  readonly id: string;
  readonly attachment: Attachment;
  readonly draw: (attachment: Attachment) => ReactNode;
}

function FormCard({ id, attachment, draw }: FormCardProps): ReactElement {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const state = useRecord((record) => record.forms.get(id)?.state ?? 'open');
  const isOpen = state === 'open';
  const shown = useMemo(
    () => (isOpen ? attachment : withoutInputs(attachment)),
    [isOpen, attachment],
  );
  useEffect(() => {
    // The pressed button is gone; whoever works by keyboard goes on from here, not from the top.
    if (!isOpen && hadFocus.current && document.activeElement === document.body)
      place.current?.focus();
  }, [isOpen]);
  return (
    <div
      ref={place}
      className="form-card"
      tabIndex={-1}
      onFocus={() => (hadFocus.current = true)}
      onBlur={(event) => (hadFocus.current = event.relatedTarget === null && hadFocus.current)}
    >
      {draw(shown)}
      {!isOpen && (
        <p className="form-settled">
          {state === 'replaced'
            ? words.formReplaced
            : words.submittedAt(clock(state.submittedAt.toISOString(), words.code))}
        </p>
      )}
    </div>
  );
}

/** What the card says, without what it asks. */
function withoutInputs(attachment: Attachment): Attachment {
  const { actions: _sent, body, ...content } = asRaw(asRaw(attachment)['content']);
  const said = Array.isArray(body) ? body.filter((element) => !isInput(element)) : [];
  return { ...attachment, content: { ...content, body: said } } as Attachment;
}
