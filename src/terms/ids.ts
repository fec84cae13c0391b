/** Identity strings that must not be swapped for one another. */
declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** One conversation (会话); also the name of its event stream. At least 128 random bits. */
export type ConversationId = Brand<'ConversationId'>;
/** A known customer (客户) of the institution, e.g. `C1003`. */
export type CustomerId = Brand<'CustomerId'>;
/** One turn (一轮): the messages taken together and what came of them. */
export type TurnId = Brand<'TurnId'>;
/** A product code (产品代码) of the product master. */
export type ProductCode = Brand<'ProductCode'>;
/** A knowledge passage (段落): document id, `#`, ordinal. */
export type PassageId = Brand<'PassageId'>;

export const conversationId = (id: string): ConversationId => id as ConversationId;
export const customerId = (id: string): CustomerId => id as CustomerId;
export const turnId = (id: string): TurnId => id as TurnId;
export const productCode = (code: string): ProductCode => code as ProductCode;
export const passageId = (id: string): PassageId => id as PassageId;
/** The document a passage is a part of. */
export const documentOf = (passage: PassageId): string =>
  passage.slice(0, passage.lastIndexOf('#'));
