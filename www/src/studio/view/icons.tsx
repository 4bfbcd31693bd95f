// The few icons, drawn with the colour of the text around them.
function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const CaretIcon = () => <Icon path="m4.5 6.5 3.5 3.5 3.5-3.5" />;
export const CloseIcon = () => <Icon path="m4 4 8 8M12 4l-8 8" />;
export const MenuIcon = () => <Icon path="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />;
export const SearchIcon = () => <Icon path="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9m3.4 7.9 3.1 3.1" />;
export const CheckIcon = () => <Icon path="m3.5 8.5 3 3 6-7" />;
export const DropIcon = () => <Icon path="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11.5v2h11v-2" />;
