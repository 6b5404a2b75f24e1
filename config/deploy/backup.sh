#!/bin/sh
# One backup of the database into /backup. It gets its name when it is whole and readable; old ones go only after that.
set -eu
PGPASSWORD=$(cat /run/secrets/ONEWINDOW_DB_PASSWORD)
export PGPASSWORD
file="${BACKUP_FOLDER:-/backup}/onewindow-$(date -u +%Y%m%dT%H%M%SZ).dump"
pg_dump --format=custom --file="$file.part"
pg_restore --list "$file.part" > /dev/null
sync "$file.part"
mv "$file.part" "$file"
find "${BACKUP_FOLDER:-/backup}" -name 'onewindow-*.dump*' -mtime "+${BACKUP_DAYS:-30}" -delete
echo "$file $(wc -c < "$file")"
