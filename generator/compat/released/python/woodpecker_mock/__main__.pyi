from .app import create_app as create_app
from .options import read as read
from .protocol import patient as patient
from .serving import Server as Server

def main() -> int: ...
