"""Build the site.

python build.py                         build into _site/ (nothing is written when something is wrong)
python build.py check                   the same without making the site; --format github or json for machines
python build.py serve                   preview that reloads
python build.py new praktijken "Naam"   a commented example to fill in
python build.py adressen                list the addresses of this build as published
"""

from binnenstad_site.cli.main import run

if __name__ == "__main__":
    run()
