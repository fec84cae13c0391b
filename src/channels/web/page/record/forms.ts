/** A card to be filled in (表单): `intent` is what its button sends, e.g. `book_callback`. */
export interface OfferedForm {
  readonly intent: string;
}

/** `replaced`: a newer copy counts, or what it was for has been given up. */
export type FormState = 'open' | 'replaced' | { readonly submittedAt: Date };

/** By the id of the activity that brought the card. */
export type Forms = ReadonlyMap<string, OfferedForm & { readonly state: FormState }>;

type Raw = Readonly<Record<string, unknown>>;
const asRaw = (value: unknown): Raw =>
  typeof value === 'object' && value !== null ? (value as Raw) : {};
const asList = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.map(asRaw) : []);

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

export const isInput = (element: unknown): boolean =>
  String(asRaw(element)['type']).startsWith('Input.');

/** The first Adaptive Card that asks for something and has a button to send it. */
export function readForm(attachments: unknown): OfferedForm | null {
  const forms = asList(attachments).map(formOf);
  return forms.find((it) => it !== null) ?? null;
}

export function formOf(attachment: unknown): OfferedForm | null {
  const { contentType, content } = asRaw(attachment);
  if (contentType !== ADAPTIVE_CARD) return null;
  const { body, actions } = asRaw(content);
  if (!asList(body).some(isInput)) return null;
  const intents = asList(actions).map((action) => asRaw(action['data'])['intent']);
  const intent = intents.find((it) => typeof it === 'string');
  return intent === undefined ? null : { intent };
}

/** A new copy takes the place of the older ones: one question is answered in one place. */
export function offerForm(forms: Forms, id: string, form: OfferedForm): Forms {
  return new Map(closeForms(forms, form.intent, 'replaced')).set(id, { ...form, state: 'open' });
}

/** Ends what is open for this intent; what was submitted before stays as it was. */
export function closeForms(forms: Forms, intent: string | null, state: FormState): Forms {
  const open = [...forms].filter(([, form]) => form.state === 'open' && form.intent === intent);
  if (open.length === 0) return forms;
  const next = new Map(forms);
  for (const [id, form] of open) next.set(id, { ...form, state });
  return next;
}
