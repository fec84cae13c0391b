import type { ReactElement, ReactNode } from 'react';

/** Line icons of one weight, in the colour of the text beside them; never the only carrier of meaning. */
function Icon({ children, size = 18 }: { children: ReactNode; size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const HeadsetIcon = (): ReactElement => (
  <Icon>
    <path d="M4 14v-2a8 8 0 0 1 16 0v2" />
    <path d="M4 14h3v5H6a2 2 0 0 1-2-2zM20 14h-3v5h1a2 2 0 0 0 2-2z" />
  </Icon>
);
export const ClockIcon = (): ReactElement => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5V12l3 2" />
  </Icon>
);
export const MenuIcon = (): ReactElement => (
  <Icon size={22}>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Icon>
);
export const CloseIcon = (): ReactElement => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
export const PaperIcon = (): ReactElement => (
  <Icon>
    <path d="M6 3.500h8l4 4v13H6z" />
    <path d="M14 3.500v4h4" />
  </Icon>
);
export const TypeSizeIcon = (): ReactElement => (
  <Icon>
    <path d="M3 6h10M8 6v13M14 11h7M17.5 11v8" />
  </Icon>
);
export const GlobeIcon = (): ReactElement => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M3.5 12h17M12 3.5c3 3 3 14 0 17M12 3.5c-3 3-3 14 0 17" />
  </Icon>
);
export const PersonIcon = (): ReactElement => (
  <Icon>
    <circle cx="12" cy="8.5" r="3.5" />
    <path d="M5 20c.7-4 3.4-6 7-6s6.3 2 7 6" />
  </Icon>
);
export const BookIcon = (): ReactElement => (
  <Icon>
    <path d="M12 6.500C10 5 7 4.7 4 5v13c3-.3 6 0 8 1.5 2-1.5 5-1.8 8-1.500V5c-3-.3-6 0-8 1.500zM12 6.500v13" />
  </Icon>
);
export const PhoneIcon = (): ReactElement => (
  <Icon>
    <path d="M6 3.500h3l1.5 4-2 1.500a11 11 0 0 0 6 6l1.5-2 4 1.500v3a2 2 0 0 1-2.2 2A16 16 0 0 1 4 5.700a2 2 0 0 1 2-2.200z" />
  </Icon>
);
export const ShieldIcon = (): ReactElement => (
  <Icon>
    <path d="M12 3.500l7 2.500v5.500c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z" />
    <path d="M9 12l2.2 2.200L15.2 10" />
  </Icon>
);
export const UnlinkIcon = (): ReactElement => (
  <Icon>
    <path d="M9 15l-2 2a3.5 3.5 0 0 1-5-5l2.5-2.500M15 9l2-2a3.5 3.5 0 0 1 5 5l-2.5 2.500M4 4l16 16" />
  </Icon>
);
export const WarningIcon = (): ReactElement => (
  <Icon size={22}>
    <path d="M12 4l9 16H3z" />
    <path d="M12 10v4.500M12 17.300v.2" />
  </Icon>
);
export const CheckIcon = (): ReactElement => (
  <Icon>
    <path d="M5 12.500l4.5 4.500L19 7.5" />
  </Icon>
);
export const ThumbUpIcon = (): ReactElement => (
  <Icon>
    <path d="M7 11v9H4v-9zM7 11l4-7.500c1.7 0 2.5 1 2.3 2.500L13 9.500h5.500A1.7 1.7 0 0 1 20.2 11.500l-1.3 7A1.8 1.8 0 0 1 17.2 20H7" />
  </Icon>
);
export const ThumbDownIcon = (): ReactElement => (
  <Icon>
    <path d="M17 13V4h3v9zM17 13l-4 7.500c-1.7 0-2.5-1-2.3-2.500L11 14.500H5.500A1.7 1.7 0 0 1 3.8 12.500l1.3-7A1.8 1.8 0 0 1 6.8 4H17" />
  </Icon>
);
