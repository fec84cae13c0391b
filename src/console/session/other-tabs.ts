import { useCallback, useEffect, useRef } from 'react';

/** What one tab tells the others of the same browser, which share its cookie. */
export type TabNews =
  | { readonly kind: 'left' }
  | { readonly kind: 'entered' }
  /** Put out by the service; whether it holds for another tab too, that one asks. */
  | { readonly kind: 'ended' };

const CHANNEL = 'shuzhi.console.session';

/** 其他标签页: who signs out in one has signed out in all of them. Returns the way to tell them. */
export function useOtherTabs(hear: (news: TabNews) => void): (news: TabNews) => void {
  const latest = useRef(hear);
  latest.current = hear;
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = new BroadcastChannel(CHANNEL);
    channel.current = opened;
    opened.onmessage = ({ data }: MessageEvent<TabNews>) => latest.current(data);
    return () => {
      channel.current = null;
      opened.close();
    };
  }, []);
  return useCallback((news) => channel.current?.postMessage(news), []);
}
