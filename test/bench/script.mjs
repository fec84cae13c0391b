// What is asked and what the model says: the same questions and the same model object on both sides.
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';

export const QUESTIONS = [
  '基金赎回多久到账',
  '申购费是怎么收的',
  '风险测评多久要重做一次',
  '存款保险最多赔多少',
  '理财产品保本吗',
  'A 类和 C 类份额有什么区别',
  '下午三点之后买基金按哪天的净值算',
  '分红后净值为什么会下跌',
  '怎么投诉',
  '债券基金为什么也会亏',
];

const SPOKEN_LENGTH = 110;

/** Calls `search_knowledge` with the customer's words, then answers with the first passage's text. */
export class ScriptedModel extends BaseChatModel {
  calls = 0;

  _llmType() {
    return 'scripted';
  }

  // A real client would make a binding here; returning itself is the cheapest there is.
  bindTools() {
    return this;
  }

  async _generate(messages) {
    const last = messages.at(-1);
    const message = last.getType() === 'tool' ? answerFrom(last.content) : this.search(messages);
    return { generations: [{ text: message.content, message }] };
  }

  search(messages) {
    const human = messages.findLast((message) => message.getType() === 'human');
    return new AIMessage({
      content: '',
      tool_calls: [
        {
          id: `call_${(this.calls += 1)}`,
          name: 'search_knowledge',
          args: { query: wordsOf(human.content) },
          type: 'tool_call',
        },
      ],
    });
  }
}

/** Our prompt fences the customer's words; the peer's message is the words. */
const wordsOf = (content) => /<<<客户这次说的话 \w+>>>\n([^\n]+)/.exec(content)?.[1] ?? content;

const FIRST_PASSAGE = /^\[1\] [^\n]*\n([\s\S]*?)(?=\n\[2\] |\n<<<|(?![\s\S]))/m;

/** Whole sentences of passage [1], so that every figure in them is grounded. */
function answerFrom(found) {
  const text = FIRST_PASSAGE.exec(found)?.[1] ?? '资料里没有写。';
  const sentences = text.match(/[^。]+。?/g) ?? [text];
  let spoken = sentences[0];
  for (const sentence of sentences.slice(1)) {
    if (spoken.length + sentence.length > SPOKEN_LENGTH) break;
    spoken += sentence;
  }
  return new AIMessage(`${spoken.trim()}[1]`);
}
