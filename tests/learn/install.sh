#!/bin/sh
# install.sh GROUP...        installs what is missing of these groups of needs.txt, or says how
# install.sh --say GROUP...  only says how
# Ends with 0 if nothing is missing any more.

needs=$(dirname -- "$0")/needs.txt
say=
if [ "${1-}" = --say ]; then say=yes; shift; fi

has() {  # a program, or a header
  case $1 in
    */*) [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ] ||
         [ -e "/opt/homebrew/include/$1" ] ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

has_any() {  # a|b
  for one in $(echo "$1" | tr '|' ' '); do
    if has "$one"; then return 0; fi
  done
  return 1
}

manager=
for known in apt-get dnf pacman apk brew; do
  if has $known; then manager=$known; break; fi
done

missing= packages=
while read -r group tool apt dnf pacman apk brew; do
  case " $* " in *" $group "*) ;; *) continue ;; esac
  if has_any "$tool"; then continue; fi
  missing="$missing${missing:+, }$(echo "$tool" | sed 's/|/ or /g')"
  case $manager in
    apt-get) package=$apt ;;
    dnf) package=$dnf ;;
    pacman) package=$pacman ;;
    apk) package=$apk ;;
    *) package=$brew ;;
  esac
  if [ "$package" != - ]; then packages="$packages $(echo "$package" | tr ',' ' ')"; fi
done <"$needs"
if [ -z "$missing" ]; then exit 0; fi

echo "Missing here: $missing" >&2
if [ "$manager" ] && [ -z "$packages" ]; then
  echo "No package of that is known here." >&2
  exit 1
fi
sudo=
if [ "$(id -u)" != 0 ]; then sudo='sudo '; fi
case $manager in
  apt-get)
    update="${sudo}apt-get update"
    install="${sudo}apt-get install -y --no-install-recommends$packages"
    command="$update && $install" ;;
  dnf) command="${sudo}dnf install$packages" ;;
  pacman) command="${sudo}pacman -S --needed$packages" ;;
  apk) command="${sudo}apk add$packages" ;;
  brew) command="brew install$packages" ;;
  *)
    echo "There is no package manager here that this knows. Install them, and try again." >&2
    exit 1 ;;
esac

explain() {
  who=
  if [ "$sudo" ] && ! has sudo; then
    who='as root, '
    command=$(echo "$command" | sed 's/sudo //g')
  fi
  printf 'To install what is missing, %stype:\n\n    %s\n\n' "$who" "$command" >&2
  exit 1
}
if [ "$say" ] || [ $manager != apt-get ]; then explain; fi
if [ "$sudo" ]; then
  if ! has sudo || ! [ -t 0 ] || ! [ -t 2 ]; then explain; fi
  printf 'This installs what is missing:\n\n    %s\n\nDo it now? [y/N] ' "$command" >&2
  read -r answer
  case $answer in [yY]*) ;; *) exit 1 ;; esac
fi
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"  # dpkg wants these
export PATH DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
for step in "$update" "$install"; do
  echo "\$ $step" >&2
  $step >&2 || exit 1
done
