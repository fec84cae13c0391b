/** Prompts a turn with a language model speaks with, for the record's versions. */
export const llmPrompts = ['llm.understand', 'llm.turn'] as const;
