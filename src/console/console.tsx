import { LoadingOutlined } from '@ant-design/icons';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { ApiContext } from './api/api-context.js';
import { ConnectionContext, LostBanner, useConnection } from './frame/connection.js';
import { Failed, Loading } from './frame/states.js';
import { Unreachable } from './api/problem.js';
import { LookContext } from './look/look-context.js';
import { NONCE } from './look/nonce.js';
import { themeOf } from './look/theme.js';
import { useLook } from './look/use-look.js';
import { Door } from './session/door.js';
import { useSession } from './session/use-session.js';
import { DICTIONARIES, WordsContext } from './words/words.js';

const ANTD_WORDS = { 'zh-CN': zhCN, en: enUS };

/** antd's own grows and shrinks; ended before it has grown, it turns unseen for ever (no `transitionend`). */
const STANDING_LOADER = <LoadingOutlined />;

export function Console(): ReactElement {
  const look = useLook();
  const theme = useMemo(() => themeOf(look.theme), [look.theme]);
  const connection = useConnection();
  const entrance = useSession(connection.reached);
  const words = DICTIONARIES[look.language];
  return (
    <WordsContext value={words}>
      <LookContext value={look}>
        <ConnectionContext value={connection}>
          <ApiContext value={entrance.call}>
            <ConfigProvider
              theme={theme}
              locale={ANTD_WORDS[look.language]}
              csp={{ nonce: NONCE }}
              button={{ autoInsertSpace: false, loadingIcon: STANDING_LOADER }}
            >
              <App className="console">
                {connection.isLost && <LostBanner probe={entrance.ask} />}
                {entrance.standing.kind === 'asking' ? (
                  <Loading />
                ) : entrance.standing.kind === 'unreachable' ? (
                  <Failed
                    error={new Unreachable(null)}
                    what={words.frame.title}
                    again={entrance.ask}
                  />
                ) : (
                  <Door entrance={entrance} standing={entrance.standing} />
                )}
              </App>
            </ConfigProvider>
          </ApiContext>
        </ConnectionContext>
      </LookContext>
    </WordsContext>
  );
}
