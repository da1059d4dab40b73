"""What users put below the four clients, or run them with: doubles of the network, other loops, other libraries."""
