import type { ComponentProps } from 'react';
import type ReactWebChat from 'botframework-webchat';
import { ACCEPTED } from '../files/fitting.js';
import { fontFamily, token } from './tokens.js';
import type { Look } from './tokens.js';

type StyleOptions = NonNullable<ComponentProps<typeof ReactWebChat>['styleOptions']>;

/** The values that were tried out in the design, fed from the page's own tokens. */
export function styleOptions(look: Look, initial: string): StyleOptions {
  return {
    accent: token('brand'),
    subtle: token('text3'),
    backgroundColor: token('chat-bg'),
    primaryFont: fontFamily(),
    fontSizeSmall: look.isLarge ? 15 : 12,
    paddingRegular: look.isPhone ? 10 : 12,
    paddingWide: look.isPhone ? 13 : 18,
    timestampColor: token('text3'),
    timestampFormat: 'absolute',
    groupTimestamp: 60_000,
    emojiSet: {}, // no emoticon becomes a picture
    markdownRespectCRLF: true,
    messageActivityWordBreak: 'break-word',
    hideToaster: true,
    scrollToEndButtonBehavior: false, // ours (`Voice`) knows better who has scrolled away
    // A short answer is scrolled to its end, a tall card to its top. (`SnapOnActivity` aligns bottoms:
    // it cut the heads off tall cards and hid the line under short answers.)
    autoScrollSnapOnPage: 1,
    autoScrollSnapOnPageOffset: -24,
    transcriptOverlayButtonBackground: token('overlay-button'),
    cardEmphasisBackgroundColor: token('bg'),
    adaptiveCardsParserMaxVersion: '1.5',
    sendTimeout: 20_000,
    slowConnectionAfter: 600_000, // the page's strip speaks about the connection, Web Chat doesn't
    typingAnimationDuration: 20_000,
    ...bubbles(look, initial),
    ...sendBox(look),
    ...suggestions(look),
  };
}

function bubbles(look: Look, initial: string): StyleOptions {
  return {
    avatarSize: look.isPhone ? 30 : 34,
    botAvatarInitials: initial,
    botAvatarBackgroundColor: token('ai'),
    showAvatarInGroup: 'sender',
    bubbleBackground: token('surface'),
    bubbleBorderColor: token('line'),
    bubbleBorderRadius: 14,
    bubbleTextColor: token('text'),
    bubbleNubOffset: 0,
    bubbleNubSize: 0,
    bubbleMaxWidth: 640,
    bubbleMinWidth: look.isPhone ? 90 : 120,
    bubbleMinHeight: 40,
    bubbleFromUserBackground: token('me'),
    bubbleFromUserBorderColor: token('me'),
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: token('on-me'),
    bubbleFromUserNubSize: 0,
  };
}

function sendBox(look: Look): StyleOptions {
  const border = `solid 1px ${token('control-line')}`;
  return {
    // What is picked waits for the send button, and goes as it is: the server shows what it keeps.
    sendAttachmentOn: 'send',
    enableUploadThumbnail: false,
    uploadAccept: ACCEPTED.join(','),
    uploadMultiple: true,
    sendBoxBackground: token('surface'),
    sendBoxHeight: look.isLarge ? 64 : 56,
    sendBoxTextWrap: true,
    sendBoxMaxHeight: 160,
    sendBoxButtonAlignment: 'bottom',
    sendBoxButtonColor: token('brand'),
    sendBoxButtonShadeBorderRadius: 10,
    sendBoxButtonShadeInset: 6,
    sendBoxTextColor: token('text'),
    sendBoxPlaceholderColor: token('text3'),
    sendBoxBorderTop: border,
    sendBoxBorderLeft: border,
    sendBoxBorderRight: border,
    sendBoxBorderBottom: border,
  };
}

function suggestions(look: Look): StyleOptions {
  return {
    suggestedActionLayout: 'flow',
    suggestedActionHeight: look.isLarge ? 46 : look.isPhone ? 40 : 36,
    suggestedActionBorderRadius: look.isLarge ? 23 : look.isPhone ? 20 : 18,
    suggestedActionBorderWidth: 1,
    suggestedActionBackgroundColor: token('surface'),
    suggestedActionBorderColor: token('brand-line'),
    suggestedActionTextColor: token('brand-ink'),
    suggestedActionBackgroundColorOnHover: token('brand-soft'),
    suggestedActionBackgroundColorOnActive: token('brand-line'),
    suggestedActionKeyboardFocusIndicatorBorderRadius: 20,
  };
}
