#!/bin/sh
# Make the command `handrail` in the virtual environment, for this checkout.
# A path file and seven lines of Python start 40 ms sooner than an installed package's entry point would with a
# build backend in the lock, and need no build step. Usage: command.sh CHECKOUT BIN
set -eu
checkout=$1
bin=$2
packages=$("$bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
printf '%s\n' "$checkout" > "$packages/handrail.pth"
# The two quoted lines are Python to Python and `exec` to sh: a path with a space, or a long one, breaks a plain "#!".
cat > "$bin/handrail" <<END
#!/bin/sh
'''exec' "$bin/python" "\$0" "\$@"
' '''
import sys

from handrail.commands import main

sys.exit(main(sys.argv[1:]))
END
chmod +x "$bin/handrail"
