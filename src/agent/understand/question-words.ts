/** Whether words ask at all; a story told first does not, and is no question of its own. */
export const isQuestion = (piece: string): boolean =>
  /[吗嘛么呢不没]$|[?？]|几|多少|多久|怎|咋|啥|什么|哪|谁|为何|凭|([一-鿿])[不没]\1|有没有|是否|可否/.test(
    piece,
  );
