import { normalize } from '../../language/fold.js';
import type { Product } from '../../terms/product.js';
import { shelfFilter } from '../tools/shelf-filter.js';

/** 「刚才那个债券基金」: the kind of thing one of the products spoken of is, with a word that points back at it. */

const KIND =
  '(短债|纯债|债券?基金?|债券|货币基金|货基|股票(基金|型)?|指数(基金)?|混合(基金)?|qdii|fof|reits?|投顾|结构性存款|大额存单|存单|定期(存款)?|存款|国债|理财(产品)?|保险)';
const POINTED = new RegExp(
  `(刚才|刚刚|之前|前面|开头|先前|上面|[那这])(说|问|聊|讲|看|提)?(到|过)?的?([那这])?(一)?(个|只|款|支|期)?的?${KIND}|${KIND}[那这](个|只|款|支)`,
);

/** The one of them last spoken of that is of the kind pointed at; null: none is, or no kind is pointed at. */
export function spokenOfAgain(
  products: ReadonlyMap<string, Product>,
  spokenOf: readonly string[],
  text: string,
): string | null {
  const [pointed] = POINTED.exec(normalize(text).text.replace(/\s/g, '')) ?? [];
  if (pointed === undefined) return null;
  const kind = shelfFilter(
    pointed.replace(/债券(?!基金)/, '债券基金').replace(/(?<!大额)存单/, '大额存单'),
  );
  if (!kind.isNarrow) return null;
  const ofKind = (code: string) => {
    const product = products.get(code);
    return product !== undefined && kind.matches(product);
  };
  return spokenOf.find(ofKind) ?? null;
}
