from .lanes import RedisLanes as RedisLanes

__all__ = ['RedisLanes']
