/** 「我死了谁取」 plans for the day; whoever says they want to is heard all the same. */
export const ASKS_WHO_INHERITS =
  /^(?!.*(不想活|想死|去死|活着|活不|了断|自杀)).*(我|俺|老头|老太|老伴)(要是|万一|以后|将来|哪天)?(死|走|没|不在)了(以后|之后|的话)?[，,]?(谁|给谁|怎么|归谁|钱|存款|这钱|账户)[^，。]{0,8}(取|领|继承|拿|归|给|办|处理)/;
