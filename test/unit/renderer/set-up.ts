import { disableAutoUnmount } from '@vue/test-utils';

// Files share their modules, and each of them says for itself that what it mounts is to be unmounted.
disableAutoUnmount();
