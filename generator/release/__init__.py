"""What a release needs beside building: versions that agree, the oldest dependencies, checksums."""
