#!/bin/sh
# install.sh GROUP...        installs what is missing of these groups of needs.txt, or says how
# install.sh --say GROUP...  only says how
# Ends with 0 if nothing is missing any more.

PATH="$PATH:/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"  # dpkg looks here
export PATH
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
  for tool in $(echo "$1" | tr '|' ' '); do
    if has "$tool"; then return 0; fi
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
  missing="$missing $tool"
  case $manager in
    apt-get) package=$apt ;;
    dnf) package=$dnf ;;
    pacman) package=$pacman ;;
    apk) package=$apk ;;
    *) package=$brew ;;
  esac
  if [ "$package" != - ]; then packages="$packages $package"; fi
done <"$needs"
if [ -z "$missing" ]; then exit 0; fi

sudo=
if [ "$(id -u)" != 0 ] && [ $manager != brew ]; then sudo='sudo '; fi
case $manager in
  apt-get)
    first="${sudo}apt-get update"
    then="${sudo}apt-get install -y --no-install-recommends$packages"
    command="$first && $then" ;;
  dnf) command="${sudo}dnf install$packages" ;;
  pacman) command="${sudo}pacman -S --needed$packages" ;;
  apk) command="${sudo}apk add$packages" ;;
  brew) command="brew install$packages" ;;
esac

echo "Missing here:$missing" >&2
if [ -z "$manager" ]; then
  echo "No package manager that is known here. Install them, and try again." >&2
  exit 1
fi
explain() {
  echo "To install what is missing, type:" >&2
  echo >&2
  echo "    $command" >&2
  echo >&2
  exit 1
}
if [ "$say" ] || [ $manager != apt-get ]; then explain; fi
if [ "$sudo" ]; then
  if ! has sudo || ! [ -t 0 ] || ! [ -t 2 ]; then explain; fi
  echo "This installs it:" >&2
  echo "    $command" >&2
  printf 'Do it now? [y/N] ' >&2
  read -r answer
  case $answer in [yY]*) ;; *) exit 1 ;; esac
fi
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
for step in "$first" "$then"; do
  echo "\$ $step" >&2
  $step >&2 || exit 1
done
