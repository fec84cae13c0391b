import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './console.js';
import { giveStylesTheNonce } from './look/nonce.js';
import './styles/tokens.css';
import './styles/frame.css';
import './styles/states.css';
import './styles/chip.css';

giveStylesTheNonce();

createRoot(document.getElementById('console')!).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
